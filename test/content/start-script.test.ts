// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { endScript } from '../../src/content/own-scripts.ts'
import { startScript } from '../../src/content/start-script.ts'
import { episodes } from '../../src/shared/storage/items.ts'
import { episode } from '../../tools/examples/made-up.ts'
import { advance, commands, setUp, tearDown } from './open-page.ts'

const hosts = () => [...document.querySelectorAll('html > div')]

/** Starts the script, as a browser does when it is injected. */
async function inject(): Promise<void> {
  startScript()
  await advance(0)
}

beforeEach(async () => {
  await setUp()
  location.href = 'https://www.binance.com/en/trade/NAV_BTC'
  await episodes.set([episode()])
})
afterEach(() => {
  endScript('banner')
  Reflect.deleteProperty(globalThis, 'banner')
  tearDown()
})

test('of two scripts in one page the later runs on', async () => {
  await inject()
  const [first] = hosts()
  await inject()
  expect(hosts()).toHaveLength(1)
  expect(hosts()).not.toContain(first)
})

test('a banner whose script is gone is removed, and nothing else of the page', async () => {
  const own = document.createElement('div')
  const leftover = document.createElement('div')
  const root = leftover.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'))
  root.className = 'keiho'
  document.documentElement.append(own, leftover)
  await inject()
  expect(leftover.isConnected).toBe(false)
  expect(own.isConnected).toBe(true)
  own.remove()
})

test('begins anew where the page replaces its document, five times a minute, then tells', async () => {
  await inject()
  const first = document.documentElement
  let starts = 0
  for (let i = 0; i < 8; i++) {
    const root = document.createElement('html')
    root.append(document.createElement('head'), document.createElement('body'))
    document.documentElement.remove()
    document.append(root)
    await advance(1_000)
    starts += hosts().length
  }
  expect(starts).toBe(5)
  expect(commands()).toEqual([{ kind: 'yield', site: 'www.binance.com' }])
  document.documentElement.remove()
  document.append(first)
})
