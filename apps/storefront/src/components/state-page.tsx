import type { ReactNode } from 'react'
import { EmptyArt } from '../art/empty-art.tsx'
import { PageTitle } from './page-title.tsx'

interface StatePageProps {
  readonly art: Parameters<typeof EmptyArt>[0]['kind']
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}

/** A page that has something to say instead of something to show: empty, missing, broken. */
export function StatePage({ art, title, text, children }: StatePageProps) {
  return (
    <section className="state-page">
      <EmptyArt kind={art} />
      <PageTitle tab={title}>{title}</PageTitle>
      <p>{text}</p>
      {children && <div className="state-page__actions">{children}</div>}
    </section>
  )
}
