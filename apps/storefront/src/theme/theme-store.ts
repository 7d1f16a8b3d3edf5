import { useSyncExternalStore } from 'react'

export type Theme = 'light' | 'dark'

const KEY = 'shop-theme'
const system = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

// The page follows the system until the buyer chooses.
system.addEventListener('change', () => {
  if (stored() === null) apply(system.matches ? 'dark' : 'light')
})

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, current)
}

export function setTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
  apply(theme)
}

function apply(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme
  for (const listener of listeners) listener()
}

function current(): Theme {
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light'
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
