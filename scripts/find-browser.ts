/**
 * Finds a Chrome or Chromium for the browser tests, or brings one: Debian's package when we are root there, Playwright's own
 * download elsewhere. Korean text is boxes without a CJK font, so that comes along.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const KNOWN_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * @returns path of an executable browser
 * @throws Error with one line that says what to install
 */
export async function findBrowser(): Promise<string> {
  const found = installedBrowser()
  if (found !== undefined && hasKoreanFont()) return found
  if (isRootOnDebian()) {
    console.log('Installing Chromium and a Korean font with apt-get …')
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  } else if (found === undefined) {
    console.log('Installing Chromium with Playwright …')
    spawnSync('playwright', ['install', 'chromium'], { stdio: 'inherit' })
  }
  const installed = installedBrowser() ?? (await playwrightBrowser())
  if (installed !== undefined) return installed
  throw new Error(
    'No Chrome or Chromium found: install one (e.g. "apt-get install chromium") or set PAYPLE_CHROME to its path.',
  )
}

function installedBrowser(): string | undefined {
  const named = process.env['PAYPLE_CHROME']
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named
    throw new Error(`PAYPLE_CHROME is "${named}", but there is no such file.`)
  }
  return KNOWN_PLACES.find((path) => existsSync(path))
}

async function playwrightBrowser(): Promise<string | undefined> {
  const { chromium } = await import('playwright')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function hasKoreanFont(): boolean {
  if (process.platform !== 'linux') return true
  try {
    return execFileSync('fc-list', [':lang=ko', 'family'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    // Without fontconfig nobody can tell; a root on Debian gets the font installed, others keep what they have.
    return !isRootOnDebian()
  }
}
