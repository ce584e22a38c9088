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
])('%j is a usage error', (argv, line) => {
  expect(() => readPayloadOptions(argv)).toThrow(line)
})
