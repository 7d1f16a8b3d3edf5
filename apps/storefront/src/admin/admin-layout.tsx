import { useState } from 'react'
import { Outlet } from 'react-router'
import type { AdminState } from '../../shared/admin-api.ts'
import { useResource } from '../api/use-resource.ts'
import { LoadFailed } from '../components/load-failed.tsx'
import { PageSkeleton } from '../components/skeleton.tsx'
import { StatePage } from '../components/state-page.tsx'
import { Tabs } from '../components/tabs.tsx'
import { fetchSession, logOut } from './admin-client.ts'
import { Login } from './login.tsx'
import { useAdminWords } from './use-admin-words.ts'
import '../styles/admin.css'

/** The door of the admin pages. The server checks every call by itself; this only shows the right face. */
export function AdminLayout() {
  const words = useAdminWords()
  const session = useResource('admin', fetchSession)
  const [changed, setChanged] = useState<AdminState>()
  if (session.status === 'failed') return <LoadFailed onRetry={session.reload} />
  if (session.status === 'loading') {
    return <PageSkeleton />
  }
  const state = changed ?? session.data.state
  if (state === 'disabled') {
    return (
      <StatePage art="lost" title={words.disabled} text={words.disabledText}>
        <code className="admin-how">{words.disabledHow}</code>
      </StatePage>
    )
  }
  if (state === 'out') return <Login onIn={() => setChanged('in')} />
  return (
    <>
      <div className="admin-bar">
        <Tabs
          label={words.nav}
          tabs={[
            { to: '/admin', name: words.payments },
            { to: '/admin/attention', name: words.attention },
          ]}
        />
        <button
          type="button"
          className="link-button"
          onClick={() => void logOut().then(() => setChanged('out'), session.reload)}
        >
          {words.logout}
        </button>
      </div>
      <Outlet context={{ onOut: () => setChanged('out') }} />
    </>
  )
}
