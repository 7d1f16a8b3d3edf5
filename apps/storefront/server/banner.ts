import type { RunningStorefront } from './start-storefront.ts'

/** What the terminal shows once everything answers. */
export function banner({ url, gateway }: RunningStorefront): string {
  const rows: [string, string][] = [['Shop', url]]
  if (gateway.kind === 'test') rows.push(['Payple', `${gateway.url}  (public test account)`])
  else rows.push(['Sandbox', gateway.url], ['Dashboard', `${gateway.url}/_/`])
  rows.push(['Admin', `${url}/admin`])
  rows.push(['Health', `${url}/healthz`])
  const lines = rows.map(([name, value]) => `  ${name.padEnd(10)} ${value}`)
  return ['', '  payple-kit storefront', '', ...lines, '', '  Ctrl-C stops everything.', ''].join('\n')
}
