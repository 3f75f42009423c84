// How is something called, in both languages? National packs carry zh-TW and English; a county overlay may leave English out.

/** A text for people. `zh` is Traditional Chinese as used in Taiwan; `en` may be missing only in county overlays. */
export type Label = { readonly zh: string; readonly en?: string };

/** Languages of the product. */
export type Language = 'zh' | 'en';

/** The text in `language`, falling back to zh-TW; `fallback` says that it did. */
export function sayLabel(label: Label, language: Language): { text: string; fallback: boolean } {
  if (language === 'en') return label.en === undefined ? { text: label.zh, fallback: true } : { text: label.en, fallback: false };
  return { text: label.zh, fallback: false };
}
