import type { CDPSession, Page } from 'puppeteer-core'
import type { Chromium } from './chromium.ts'

/** The part of the protocol that puppeteer has no types for. */
interface ExtensionCommands {
  send(
    method: 'Target.getTargets',
    params: { filter: { type: string; exclude: boolean }[] },
  ): Promise<{ targetInfos: { targetId: string; url: string }[] }>
  send(method: 'Extensions.triggerAction', params: { id: string; targetId: string }): Promise<unknown>
}

/**
 * Clicks Keiho's toolbar button over a tab: unlike `action.openPopup`, it lets the popup know which tab that is.
 *
 * @returns the popup
 */
export async function clickAction({ browser, inExtension }: Chromium, address: string): Promise<Page> {
  const session: CDPSession = await browser.target().createCDPSession()
  const line = session as unknown as ExtensionCommands
  const { targetInfos } = await line.send('Target.getTargets', { filter: [{ type: 'tab', exclude: false }] })
  const tab = targetInfos.find(({ url }) => url === address)
  if (!tab) throw new Error(`No tab shows ${address}`)
  const id = await inExtension<string>('chrome.runtime.id')
  await line.send('Extensions.triggerAction', { id, targetId: tab.targetId })
  const popup = await browser.waitForTarget((target) => target.url().endsWith('/src/popup/index.html'))
  const page = await popup.asPage()
  await page.waitForSelector('body *')
  return page
}
