import { useEffect, useRef, type ReactNode } from 'react'
import { NavigationType, useNavigationType } from 'react-router'
import { useWords } from '../i18n/locale.tsx'

interface PageTitleProps {
  readonly children: ReactNode
  /** Title of the browser tab; the heading itself when that is plain text. */
  readonly tab: string
}

/** The page's heading. After a click on a link it takes the focus, so that a screen reader says where it is. */
export function PageTitle({ children, tab }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useNavigationType() !== NavigationType.Pop
  const { shop } = useWords()

  useEffect(() => {
    document.title = tab === shop.name ? tab : `${tab} · ${shop.name}`
  }, [tab, shop.name])

  useEffect(() => {
    // A buyer who is already busy inside the page keeps the focus.
    const inside = document.activeElement?.closest('main') && document.activeElement.id !== 'main'
    if (moved && !inside) heading.current?.focus({ preventScroll: true })
  }, [moved])

  return (
    <h1 ref={heading} className="page-title" tabIndex={-1}>
      {children}
    </h1>
  )
}
