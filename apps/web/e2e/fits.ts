// Does everything on a page fit? Nothing scrolls sideways but rows of tabs, and what is cut shows that it is cut ("…"), since only that can be read by resting on it.
import type { Page } from 'playwright-core';

/** What does not fit on the page as it stands, in few words. */
export function misfitsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > window.innerWidth + 1)
      found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const text = (element.textContent ?? '').trim().slice(0, 40);
      if (text === '' || element.clientWidth < 9 || element.scrollWidth <= element.clientWidth + 1) continue;
      const style = getComputedStyle(element);
      const tabs = element.matches('nav, [role=tablist]');
      const what = `${element.tagName}.${element.className} ${element.scrollWidth} > ${element.clientWidth} px "${text}"`;
      if (/auto|scroll/.test(style.overflowX) && !tabs) {
        const edge = element.getBoundingClientRect().right + 1;
        const out = [...element.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > edge).at(-1);
        found.push(`scrolls sideways: ${what}, by ${out?.tagName}.${out?.className} "${(out?.textContent ?? '').slice(0, 60)}"`);
      }
      const shown = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none' || element.closest('[title]') !== null;
      // A word for the screen reader only is one pixel wide and was left out above.
      if (/hidden|clip/.test(style.overflowX) && !shown) found.push(`cut without a sign: ${what}`);
    }
    return found.slice(0, 8);
  });
}
