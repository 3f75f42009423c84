// The contract as a page to read: by feature, each route with who may call it, why, what goes in and out, and how it may fail.
import type { Contract } from '@anwang/contract';
import { problemTable } from '@anwang/contract/problems';
import { type WalkedRoute, walkRoutes } from '@anwang/contract/route';
import { z } from 'zod';

const style = `:root{color-scheme:light dark}body{font:14px/1.5 "Noto Sans TC",system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1rem}
h1{font-size:20px}h2{font-size:16px;border-bottom:1px solid;margin-top:2.5rem}code,pre{font:12px/1.5 ui-monospace,monospace}pre{overflow:auto;max-height:28rem}
details{border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent);padding:.4rem 0}summary{cursor:pointer}.m{display:inline-block;min-width:4rem;font-weight:700}
.s{color:color-mix(in srgb,currentColor 70%,transparent)}nav a{margin-right:.8rem}dl{display:grid;grid-template-columns:8rem 1fr}dt{font-weight:700}dd{margin:0}`;

/** The page as HTML. */
export function docsPage(contract: Contract): string {
  const byFeature = Map.groupBy(walkRoutes(contract), (one) => one.feature);
  const features = [...byFeature.keys()];
  return `<!doctype html><html lang="zh-TW"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>安網 API</title><style>${style}</style></head><body>
<main><h1>安網 Anwang API</h1><p>OpenAPI 3.1: <a href="/openapi.json">/openapi.json</a>. Errors are <code>application/problem+json</code>. Writes carry <code>idempotency-key</code>; a changed record carries its <code>version</code>.
The header <code>purpose</code> names the purpose of use.</p><nav aria-label="Features">${features.map((name) => `<a href="#${name}">${name}</a>`).join(' ')}</nav>
${[...byFeature].map(([name, routes]) => `<section id="${name}"><h2>${name}</h2>${routes.map(section).join('\n')}</section>`).join('\n')}
<section id="problems"><h2>problems</h2>${Object.entries(problemTable)
    .map(([code, row]) => `<p><code>${code}</code> ${row.status} — ${htmlText(row.zh)} <span class="s">${htmlText(row.en)}</span></p>`)
    .join('\n')}</section></main></body></html>`;
}

function section(one: WalkedRoute): string {
  return `<details id="${one.name}"><summary><span class="m">${one.method}</span> <code>/api${htmlText(one.path)}</code> <span class="s">${htmlText(one.summary)}</span></summary>
<dl><dt>access</dt><dd>${htmlText(String(one.meta.access))}</dd><dt>purpose</dt><dd>${one.meta.purpose.join(', ')}</dd><dt>problems</dt><dd>${one.meta.problems.join(', ') || '–'}</dd></dl>
<h3>in</h3><pre>${shape(one.input, 'input')}</pre><h3>out</h3><pre>${shape(one.output, 'output')}</pre></details>`;
}

function shape(schema: z.ZodType, io: 'input' | 'output'): string {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return htmlText(JSON.stringify(json, null, 1));
}

const htmlText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
