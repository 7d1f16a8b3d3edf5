/** What `auth.php` answers (docs/protocol/domestic.md 2.3), with tokens as long as real ones. */
import { randomBytes } from 'node:crypto'

const TOKEN = randomBytes(24).toString('base64')
const AUTH_KEY = randomBytes(282).toString('base64')

export function authAnswer(host: string, path: string): string {
  const text = JSON.stringify({
    server_name: new URL(host).host,
    result: 'success',
    result_msg: '사용자 인증 완료!!',
    cst_id: TOKEN,
    custKey: TOKEN,
    AuthKey: AUTH_KEY,
    PCD_PAY_HOST: host,
    PCD_PAY_URL: path,
    return_url: host + path,
  })
  // PHP escapes slashes.
  return text.replaceAll('/', '\\/')
}
