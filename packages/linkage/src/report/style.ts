// How does the report look? One sheet, light and dark, readable on a telephone and on paper; both languages are in the page and one is shown.

export const STYLE = `
:root{color-scheme:light;--desk:#f2f4f4;--sheet:#fff;--line:#dce1e1;--ink:#14191a;--ink-2:#414b4d;--ink-3:#5d686a;--for:#0b5b5a;--for-wash:#e1efed;--against:#b1221a;--against-wash:#fceae7;--warn:#815000;--warn-wash:#faf0d9}
@media (prefers-color-scheme:dark){:root{color-scheme:dark;--desk:#0e1213;--sheet:#151a1b;--line:#273031;--ink:#e6ebeb;--ink-2:#b6c0c1;--ink-3:#8d9899;--for:#67c4bd;--for-wash:#12312f;--against:#f08b82;--against-wash:#3a1a17;--warn:#e0b062;--warn-wash:#33270f}}
*{box-sizing:border-box}
body{margin:0;background:var(--desk);color:var(--ink);font:14px/1.55 "Noto Sans TC","Noto Sans CJK TC","PingFang TC","Microsoft JhengHei",system-ui,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1080px;margin:0 auto;padding:24px 16px 64px}
h1{font-size:24px;line-height:1.25;margin:0 0 4px}h2{font-size:17px;margin:0 0 4px}h3{font-size:14px;margin:20px 0 6px}
p{margin:0 0 10px;max-width:68ch;color:var(--ink-2)}
section{background:var(--sheet);border:1px solid var(--line);border-radius:6px;padding:18px 20px;margin:14px 0}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:14px 20px;margin:14px 0 4px}
.facts div{border-top:2px solid var(--for);padding-top:6px}.facts b{display:block;font-size:22px;line-height:1.2}.facts span{color:var(--ink-3);font-size:13px}
table{border-collapse:collapse;width:100%;font-size:13px}th,td{text-align:left;padding:5px 10px 5px 0;border-bottom:1px solid var(--line);vertical-align:top}
th{font-weight:600;color:var(--ink-3)}td.n,th.n{text-align:right;white-space:nowrap}
.scroll{overflow-x:auto}
.warn{background:var(--warn-wash);border-left:3px solid var(--warn);padding:8px 12px;margin:8px 0;color:var(--ink)}
.bar{display:grid;grid-template-columns:minmax(130px,300px) 1fr 56px;gap:10px;align-items:center;font-size:13px;padding:2px 0}.pair .bar{grid-template-columns:minmax(160px,46%) 1fr 56px;padding:4px 0;border-top:1px solid var(--line)}
.track{position:relative;height:14px}.track:before{content:"";position:absolute;left:50%;top:-2px;bottom:-2px;border-left:1px solid var(--ink-3)}
.fill{position:absolute;top:1px;bottom:1px;border-radius:2px}.fill.for{left:50%;background:var(--for)}.fill.against{right:50%;background:var(--against)}
.bar .n{text-align:right;white-space:nowrap}
.plain{display:grid;grid-template-columns:minmax(70px,110px) 1fr 90px;gap:10px;align-items:center;font-size:13px;padding:2px 0}
.plain .fill{position:static;display:block;height:12px;background:var(--for)}
.pair{border:1px solid var(--line);border-radius:6px;margin:12px 0;padding:12px 14px}.pair header{display:flex;flex-wrap:wrap;gap:4px 14px;align-items:baseline;margin-bottom:6px}
.tag{font-size:12px;border-radius:3px;padding:1px 8px;background:var(--against-wash);color:var(--against)}.tag.yes{background:var(--for-wash);color:var(--for)}
.values{display:block;color:var(--ink-2);overflow-wrap:anywhere;font-size:14px}.values i{font-style:normal;color:var(--ink-3);padding:0 6px}.pair .label{color:var(--ink-3)}.pair .values{color:var(--ink)}.pair p{margin:8px 0 0}.none{color:var(--ink-3)}
svg{display:block;width:100%;height:auto}svg text{fill:var(--ink-3);font-size:11px}
.switch{position:absolute;opacity:0}.lang{float:right;font-size:13px;color:var(--ink-3)}.lang label{cursor:pointer;padding:2px 8px;border-radius:3px}
.zh,.en{display:none}#to-zh:checked~main .zh,#to-en:checked~main .en{display:block}
#to-zh:checked~main label[for=to-zh],#to-en:checked~main label[for=to-en]{background:var(--for-wash);color:var(--for)}
.switch:focus-visible~main .lang{outline:2px solid var(--for)}
@media (max-width:640px){.bar,.pair .bar{grid-template-columns:1fr 56px}.bar .label{grid-column:1;grid-row:1}.bar .n{grid-column:2;grid-row:1}.bar .track{grid-column:1/-1;grid-row:2}section{padding:14px}td,th{padding-right:8px}}
@media print{body{background:none}section{break-inside:avoid;border:none}.lang{display:none}}
`;
