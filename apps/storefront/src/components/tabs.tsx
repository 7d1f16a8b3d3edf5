import { NavLink } from 'react-router'

interface TabsProps {
  readonly label: string
  readonly tabs: readonly { readonly to: string; readonly name: string; readonly end?: boolean }[]
}

/** Pages that belong together. Links, because each has its own address. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ to, name, end = true }) => (
        <NavLink key={to} to={to} end={end} className="tabs__tab">
          {name}
        </NavLink>
      ))}
    </nav>
  )
}
