import type { ReactNode } from 'react'
import { Icon, type IconName } from '../art/icons.tsx'

interface NoticeProps {
  readonly children: ReactNode
  readonly icon?: IconName
  readonly tone?: 'calm' | 'warm'
}

export function Notice({ children, icon = 'info', tone = 'calm' }: NoticeProps) {
  return (
    <span className={`notice notice--${tone}`}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  )
}
