import { beforeEach, expect, test } from 'vitest'
import { runKeyCommand } from '../../../src/background/output/key-commands.ts'
import { createLivePorts } from '../../../src/background/pages/live-ports.ts'
import { browser } from '../../../src/shared/web-extension.ts'
import { stub, StubPort } from '../../shared/browser-stub.ts'

const now = 1_700_000_000_000
const page = 'https://www.binance.com/en/trade/SYS_BTC'
beforeEach(() => stub.reset())

/** The trading page of SYS/BTC in tab 1, another in tab 2. */
function openPages() {
  const livePorts = createLivePorts()
  const [shown, other] = [new StubPort('view', 1, page), new StubPort('view', 2, page)]
  for (const port of [shown, other]) livePorts.connect(port)
  shown.onMessage.fire({ kind: 'view', pair: { venue: 'binance', base: 'SYS', quote: 'BTC' } })
  return { livePorts, shown, other }
}
const storedMutes = async () => (await browser.storage.local.get('mutes'))['mutes']

test('the keys of the card reach the page in front alone', async () => {
  const { livePorts, shown, other } = openPages()
  await runKeyCommand('toggle-card', 1, livePorts, now)
  expect([shown.sent, other.sent]).toEqual([[{ kind: 'toggle-card' }], []])
})

test('the keys of the mute mute the pair on the page in front for an hour, and unmute it', async () => {
  const { livePorts } = openPages()
  await runKeyCommand('mute-pair', 1, livePorts, now)
  expect(await storedMutes()).toEqual([{ pair: 'binance:SYS/BTC', until: now + 3_600_000, since: now }])
  await runKeyCommand('mute-pair', 1, livePorts, now + 1000)
  expect(await storedMutes()).toEqual([])
})

test('on a page without a pair, or no page of ours, keys do nothing', async () => {
  const { livePorts, shown, other } = openPages()
  for (const tab of [2, 3, undefined]) await runKeyCommand('mute-pair', tab, livePorts, now)
  for (const tab of [3, undefined]) await runKeyCommand('toggle-card', tab, livePorts, now)
  expect([await storedMutes(), shown.sent, other.sent]).toEqual([undefined, [], []])
})
