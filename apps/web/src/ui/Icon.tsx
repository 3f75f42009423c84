// The line icons of the frame and the lists: one path each on a 16 px grid, decorative by default (the word stands beside them).
const paths = {
  workbench: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M6 6.5v6',
  inbox: 'M2.5 9.5 4.2 3.5h7.6l1.7 6v3h-11zM2.5 9.5h3.3l.9 1.5h2.6l.9-1.5h3.3',
  folder: 'M2 12.5v-9h4l1.5 2H14v7z',
  family:
    'M3 2.5h3.5V6H3zM11.2 6a1.9 1.9 0 1 0 0-3.800 1.9 1.9 0 0 0 0 3.800zM6.500 4.200h2.800M8 4.200v5.300M6.200 9.800h3.600v3.700H6.200z',
  chart: 'M2.500 2.500v11h11M5.500 11V8M8.500 11V5M11.500 11V7',
  sliders: 'M2.500 4.500h6M11.500 4.500h2M2.500 11.500h2M7.500 11.500h6M10 3v3M6 10v3',
  search: 'M7 11.200a4.200 4.200 0 1 0 0-8.400 4.200 4.200 0 0 0 0 8.400zM10.200 10.200l3.300 3.300',
  eye: 'M1.500 8S4 3.800 8 3.800 14.500 8 14.500 8 12 12.200 8 12.200 1.500 8 1.500 8zM8 9.800a1.800 1.800 0 1 0 0-3.600 1.800 1.800 0 0 0 0 3.600z',
  down: 'm4 6.200 4 4 4-4',
  left: 'M10 3.800 5.800 8l4.200 4.200',
  right: 'm6 3.800 4.200 4.200L6 12.200',
  lock: 'M3.500 7h9v6.500h-9zM5.500 7V5a2.500 2.500 0 0 1 5 0v2',
  file: 'M4 1.800h5.200L12 4.600v9.600H4zM9 2v3h3M6 8h4M6 10.500h4',
  plus: 'M8 3v10M3 8h10',
  again: 'M13 8a5 5 0 1 1-1.500-3.500M13 2.300v2.900h-2.900',
  check: 'm3 8.500 3.300 3.300L13 4.700',
  close: 'm4 4 8 8M12 4l-8 8',
  person: 'M8 7.900a2.600 2.600 0 1 0 0-5.200 2.600 2.600 0 0 0 0 5.200zM3 13.500c.5-2.600 2.400-4 5-4s4.500 1.400 5 4',
  phone: 'M3.500 2.500h2.300l1 3-1.500 1.200a7 7 0 0 0 4 4l1.200-1.500 3 1v2.300c0 .6-.5 1-1 1A10 10 0 0 1 2.500 3.500c0-.5.4-1 1-1z',
  home: 'M2.500 7.500 8 3l5.500 4.500M4 6.500v7h8v-7M6.700 13.500V9.500h2.600v4',
  flag: 'M3.500 14V2.500h8l-1.500 3 1.500 3h-8',
  send: 'M2.500 8 13.500 3l-3 10.500-2.800-4.200zM7.700 9.300l5.800-6.300',
  scale: 'M8 2.500v11M4.500 13.500h7M3 5h10M3 5 1.500 9.500h3zM13 5l-1.500 4.500h3z',
  shield: 'M8 1.800 13 3.600v4c0 3.200-2.100 5.300-5 6.600-2.900-1.300-5-3.400-5-6.600v-4z',
  offline: 'M4.600 12.500h6.900a2.700 2.700 0 0 0 .7-5.300A4.300 4.300 0 0 0 5 4.700M3.800 6.900A2.900 2.900 0 0 0 4.600 12.500M2 2l12 12',
  calendar: 'M2.500 3.500h11v10h-11zM2.500 6.500h11M5.500 2v3M10.500 2v3',
  camera: 'M2 4.800h3l1-1.600h4l1 1.600h3v8H2zM8 10.900a2.300 2.300 0 1 0 0-4.600 2.300 2.300 0 0 0 0 4.600z',
  columns: 'M2.500 3h11v10h-11zM6.200 3v10M9.800 3v10',
  filter: 'M2.500 4h11M4.500 8h7M6.500 12h3',
  print: 'M4.500 6V2.500h7V6M4.500 11H2.500V6h11v5h-2M4.500 9h7v4.500h-7z',
  exit: 'M6.500 2.500h-4v11h4M6 8h8M11 5l3 3-3 3',
  menu: 'M2.500 4.500h11M2.500 8h11M2.500 11.500h11',
  bell: 'M3.500 11.500h9l-1.200-1.700V7a3.300 3.300 0 0 0-6.600 0v2.800zM6.600 13.500h2.800M8 3.700V2.500',
  pin: 'M8 14s4.500-4.300 4.500-7.500a4.500 4.500 0 0 0-9 0C3.500 9.700 8 14 8 14zM8 8a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3z',
} as const;

export type IconName = keyof typeof paths;

/** Draws one icon; give `label` only where no word stands beside it. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  return label ? (
    <svg className="ic" viewBox="0 0 16 16" role="img" aria-label={label}>
      <path d={paths[name]} />
    </svg>
  ) : (
    <svg className="ic" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
