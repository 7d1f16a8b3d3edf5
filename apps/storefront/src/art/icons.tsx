import type { ReactNode } from 'react'

/** Line icons, 20 px. Always decoration: the control they sit in carries the name. */
const PATHS = {
  cart: <path d="M3 4h2l1.6 9h8.2L17 6.5H5.6M8 16.4h.01M14 16.4h.01" />,
  orders: <path d="M5 2.8h10v14.4l-2-1.3-1.5 1.3-1.5-1.3-1.5 1.3L7 15.9l-2 1.3ZM8 7h4M8 10.5h4" />,
  sun: (
    <path d="M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM10 1.8v1.4M10 16.8v1.4M1.8 10h1.4M16.8 10h1.4M4.2 4.2l1 1M14.8 14.8l1 1M15.8 4.2l-1 1M5.2 14.8l-1 1" />
  ),
  moon: <path d="M16.5 11.8A7 7 0 0 1 8.2 3.5a7 7 0 1 0 8.3 8.3Z" />,
  plus: <path d="M10 4.5v11M4.5 10h11" />,
  minus: <path d="M4.5 10h11" />,
  close: <path d="m5.5 5.5 9 9M14.5 5.5l-9 9" />,
  check: <path d="m4 10.5 4 4 8-9" />,
  card: (
    <path d="M2.5 5.8c0-.7.6-1.3 1.3-1.3h12.4c.7 0 1.3.6 1.3 1.3v8.4c0 .7-.6 1.3-1.3 1.3H3.8c-.7 0-1.3-.6-1.3-1.3ZM2.5 8.2h15M5.5 12.5h3" />
  ),
  phone: (
    <path d="M6 3.3C6 2.6 6.6 2 7.3 2h5.4c.7 0 1.3.6 1.3 1.3v13.4c0 .7-.6 1.3-1.3 1.3H7.3c-.7 0-1.3-.6-1.3-1.3ZM9 15.4h2" />
  ),
  save: (
    <path d="M17.5 10V5.8c0-.7-.6-1.3-1.3-1.3H3.8c-.7 0-1.3.6-1.3 1.3v8.4c0 .7.6 1.3 1.3 1.3H10M2.5 8.2h15M15 12v6M12 15h6" />
  ),
  print: (
    <path d="M5.5 7V2.8h9V7M5.5 14H3.3V8.3c0-.7.6-1.3 1.3-1.3h10.8c.7 0 1.3.6 1.3 1.3V14h-2.2M5.5 11.5h9v5.7h-9Z" />
  ),
  external: <path d="M8 4.5H4.5v11h11V12M11.5 3.5h5v5M16 4l-7 7" />,
  bank: <path d="M3 8 10 3.5 17 8ZM3 16.5h14M5 8v8.5M9 8v8.5M11 8v8.5M15 8v8.5" />,
  wallet: (
    <path d="M15.5 6.5V4.2c0-.6-.5-1-1.1-.8L4 5.2c-.9.2-1.5.7-1.5 1.5v8.5c0 .7.6 1.3 1.3 1.3h12.4c.7 0 1.3-.6 1.3-1.3V7.8c0-.7-.6-1.3-1.3-1.3H3.4M14 11.5h.01" />
  ),
  trash: <path d="M3.5 5.5h13M8 5.5V3h4v2.5M5 5.5l.8 11.5h8.4L15 5.5M8.3 9v5M11.7 9v5" />,
  search: <path d="M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM13 13l4 4" />,
  coffee: (
    <path d="M3.5 7.5h10v5a4 4 0 0 1-4 4h-2a4 4 0 0 1-4-4ZM13.5 8.5H15a2.2 2.2 0 0 1 0 4.4h-1.6M6.5 2.5v2M10.5 2.5v2" />
  ),
  lock: <path d="M5 9h10v8H5ZM7 9V6.2a3 3 0 0 1 6 0V9M10 12.2v1.6" />,
  back: <path d="M11.5 4.5 6 10l5.5 5.5" />,
  info: <path d="M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM10 9.2v4.3M10 6.4h.01" />,
} as const satisfies Readonly<Record<string, ReactNode>>

export type IconName = keyof typeof PATHS

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {PATHS[name]}
    </svg>
  )
}
