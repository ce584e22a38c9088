import { defaultSettings, type Settings } from '../../src/shared/settings/settings.ts'
import { browser } from '../../src/shared/web-extension.ts'
import { stub } from '../shared/browser-stub.ts'

// The welcome page with a stub of the browser API: ?lang=en|ja&theme=light|dark&consents=no
const query = new URLSearchParams(location.search)
const settings: Settings = {
  ...defaultSettings,
  language: query.get('lang') === 'ja' ? 'ja' : 'en',
  theme: query.get('theme') === 'dark' ? 'dark' : 'light',
}
stub.consents = query.get('consents') !== 'no'
await browser.storage.local.set({ settings })
await import('../../src/welcome/main.ts')
