import { spawnSync } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readPayloadOptions } from '../../../tools/read/options.ts'
import { payloadIn } from '../../../tools/read/payload.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'keiho-read-'))

async function written(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tools/read/main.ts', ...args],
    { cwd: root, encoding: 'utf8' },
  )
  return {
    status,
    stderr,
    rows: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown),
  }
}

test('prints one row a line, with the pair that the URL names', { timeout: 20_000 }, async () => {
  const file = await written('ticker.json', '{"last":50,"bid":49.9,"timestamp":1700000000}')
  const asked = ['--exchange', 'coincheck', '--kind', 'rest.ticker', file]
  const figures = { type: 'tick', last: 50, bid: 49.9, at: 1_700_000_000_000 }
  const url = 'https://coincheck.com/api/ticker?pair=sys_jpy'
  expect(run(...asked, '--url', url)).toEqual({
    status: 0,
    stderr: '',
    rows: [{ ...figures, symbol: 'sys_jpy', base: 'SYS', quote: 'JPY' }],
  })
  expect(run(...asked).rows).toEqual([{ ...figures, symbol: null, base: null, quote: null }])
})

test('omits a time that the payload does not carry', { timeout: 20_000 }, async () => {
  const file = await written('gate.json', '[{"currency_pair":"SYS_BTC","last":"0.00005"}]')
  const tick = { type: 'tick', symbol: 'SYS_BTC', base: 'SYS', quote: 'BTC', last: 0.00005 }
  expect(run('--exchange', 'gate', '--kind', 'rest.tickers', file).rows).toEqual([tick])
})

test('reads contracts with the list that says how large they are', { timeout: 20_000 }, async () => {
  const trade = { p: 90000, v: 4, T: 2, t: 1_700_000_000_000 }
  const file = await written('deals.json', JSON.stringify({ success: true, data: [trade] }))
  const contract = { symbol: 'BTC_USDT', baseCoin: 'BTC', quoteCoin: 'USDT', contractSize: 0.0001, state: 0 }
  const list = await written('detail.json', JSON.stringify({ success: true, data: [contract] }))
  const url = 'https://contract.mexc.com/api/v1/contract/deals/BTC_USDT'
  const asked = ['--exchange', 'mexc', '--market', 'perpetual', '--kind', 'rest.trades', '--url', url, file]
  const row = { type: 'trade', symbol: 'BTC_USDT', price: 90000, side: 'sell', at: 1_700_000_000_000 }
  expect(run(...asked).rows).toEqual([{ ...row, amount: null, market: 'perpetual' }])
  expect(run(...asked, '--symbols', list).rows).toEqual([{ ...row, amount: 0.0004, market: 'perpetual' }])
})

test('exits with 1 on a refusal, and prints a count on invalid rows', { timeout: 20_000 }, async () => {
  const refusal = await written('refusal.json', '{"success":false,"error":"invalid pair"}')
  expect(run('--exchange', 'coincheck', '--kind', 'rest.trades', refusal)).toEqual({
    status: 1,
    stderr: '',
    rows: [{ type: 'error', message: 'invalid pair' }],
  })
  const nonsense = await written('nonsense.json', '{"a":[1,null]}')
  expect(run('--exchange', 'okx', '--kind', 'ws.trades', nonsense)).toEqual({
    status: 0,
    stderr: '1 dropped\n',
    rows: [],
  })
})

test('a Socket.IO message may have its packet type in front', async () => {
  expect(await payloadIn(await written('socket.txt', '42["message",{"a":1}]'))).toEqual(['message', { a: 1 }])
})

test.each([
  ['a file that is not there', () => payloadIn(join(folder, 'none.json')), /none\.json cannot be read/],
  ['text that is no JSON', async () => payloadIn(await written('page.html', '<html>')), /is not JSON/],
])('%s is reported in one line', async (_, ask, line) => {
  await expect(ask()).rejects.toThrow(line)
})

test.each([
  [['--kind', 'ws.trades', 'x'], '--exchange ID is needed'],
  [['--exchange', 'okx', 'x'], '--kind KIND is needed'],
  [['--exchange', 'okx', '--kind', 'ws.trades'], 'FILE is needed'],
  [['--exchange', 'nowhere', '--kind', 'ws.trades', 'x'], '--exchange takes binance'],
  [['--exchange', 'okx', '--kind', 'odd', 'x'], '--kind takes rest.tickers'],
  [['--exchange', 'mexc', '--kind', 'ws.status', 'x'], 'mexc has nothing of kind ws.status'],
  [['--exchange', 'mexc', '--market', 'margin', '--kind', 'ws.trades', 'x'], '--market takes spot'],
  [['--exchange', 'upbit', '--market', 'perpetual', '--kind', 'ws.trades', 'x'], '--exchange takes binance'],
  [
    ['--exchange', 'okx', '--kind', 'ws.trades', '--symbols', 'y', 'x'],
    '--symbols is for --market perpetual',
  ],
  [
    ['--exchange', 'hyperliquid', '--market', 'perpetual', '--kind', 'ws.liquidations', 'x'],
    'hyperliquid perpetual has nothing of kind ws.liquidations',
  ],
])('%j is a usage error', (argv, line) => {
  expect(() => readPayloadOptions(argv)).toThrow(line)
})
