/** Icons drawn in lines of the text's own colour; a word beside them always says the same. */

const paths = {
  error: 'M6.6 2.5h6.8l4.1 4.1v6.8l-4.1 4.1H6.6l-4.1-4.1V6.6zM10 6v4.6M10 13.6v.2',
  warning: 'M10 2.8 18 16.8H2zM10 7.8v4.4M10 14.5v.1',
  info: 'M10 2.2a7.8 7.8 0 1 0 0 15.6 7.8 7.8 0 0 0 0-15.6zM10 9v5M10 6.2v.1',
  good: 'M10 2.2a7.8 7.8 0 1 0 0 15.6 7.8 7.8 0 0 0 0-15.6zM6.3 10.3l2.6 2.6 4.9-5.4',
  open: 'M10 2.2a7.8 7.8 0 1 0 0 15.6 7.8 7.8 0 0 0 0-15.6z',
  sync: 'M16.6 8A7 7 0 0 0 4 6.2M3.6 2.8v3.9h3.9M3.4 12A7 7 0 0 0 16 13.8M16.4 17.2v-3.9h-3.9',
  clock: 'M10 2.2a7.8 7.8 0 1 0 0 15.6 7.8 7.8 0 0 0 0-15.6zM10 5.8V10l3 2',
  offline: 'M5.4 15.5h8.3a3.5 3.5 0 0 0 1.2-6.8 5 5 0 0 0-7.4-3.5M4.9 8a3.8 3.8 0 0 0 .5 7.5M3 3l14 14',
  person: 'M10 9.4a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6zM3.6 17c.5-3.2 3-4.9 6.4-4.9s5.9 1.7 6.4 4.9',
  table: 'M2.8 3.8h14.4v12.4H2.8zM2.8 8h14.4M2.8 12h14.4M8 3.8v12.4',
  target: 'M10 5a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM10 1.8V5M10 15v3.2M1.8 10H5M15 10h3.2',
  wrench: 'M12.9 3a4.4 4.4 0 0 0-5 6L3 13.9A2.2 2.2 0 1 0 6.1 17l4.9-4.9a4.4 4.4 0 0 0 6-5l-2.6 2.6-3.1-.9-.9-3.1z',
  copy: 'M7 6.4h9.2v11H7zM4.6 13.6H3.8V2.6H13v1.2',
  plus: 'M10 4v12M4 10h12',
  pencil: 'M3.4 16.6l.9-3.6L13.6 3.6l2.8 2.8L7 15.7z',
  minus: 'M4 10h12',
  pause: 'M7 4.4v11.2M13 4.4v11.2',
  twins: 'M3 3h9v9H3zM8 14.6V17h9V8h-2.4',
  incoming: 'M10 3v9M6 8.6l4 4 4-4M3.4 16.6h13.2',
  chevron: 'M6 8l4 4 4-4',
  forward: 'M8 5l5 5-5 5',
  search: 'M8.6 3a5.6 5.6 0 1 0 0 11.2A5.6 5.6 0 0 0 8.6 3zM12.7 12.7 17 17',
  close: 'M5 5l10 10M15 5 5 15',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
