import { expect, test } from 'vitest'
import { openTestVenue } from '../test-venue.ts'
import { mexcPerpetual } from '../../../../../tools/market-server/venues/mexc-perpetual/mexc-perpetual.ts'

const rest = 'https://api.mexc.com/api/v1/contract'
const streamUrl = 'wss://contract.mexc.com/edge'

test('each path has a limit of its own, and what is beyond it is refused with status 200', () => {
  const { get } = openTestVenue(mexcPerpetual)
  const codeOf = (path: string) => {
    const { status, body } = get(`${rest}/${path}`)
    return [status, (JSON.parse(body) as { code: number }).code]
  }
  for (let i = 0; i < 20; i++) expect(codeOf('ticker')).toEqual([200, 0])
  expect(codeOf('ticker')).toEqual([200, 510])
  expect(codeOf('funding_rate')).toEqual([200, 0])
  expect([codeOf('detail'), codeOf('detail')]).toEqual([
    [200, 0],
    [200, 510],
  ])
})

test('an unknown contract is refused, in the path and on the socket', () => {
  const { get, connect } = openTestVenue(mexcPerpetual)
  expect(JSON.parse(get(`${rest}/deals/NOPE_USDT`).body)).toMatchObject({ success: false, code: 1001 })
  const client = connect(streamUrl)
  client.send({ method: 'sub.deal', param: { symbol: 'NOPE_USDT' } })
  client.send({ method: 'sub.deal', param: { symbol: 'ETH_USDT' } })
  client.send({ method: 'unsub.deal', param: { symbol: 'ETH_USDT' } })
  client.send({ method: 'sub.nope' })
  expect(client.messages).toMatchObject([
    { channel: 'rs.error', data: 'Contract [NOPE_USDT] not exists' },
    { channel: 'rs.sub.deal', data: 'success' },
  ])
})

test('the first tickers are all, later ones what changed', () => {
  const { connect, run, venueServer } = openTestVenue(mexcPerpetual)
  const client = connect(streamUrl)
  client.send({ method: 'sub.tickers', param: {} })
  run(3_000)
  const [, all, ...others] = client.messages as { data: unknown[] }[]
  expect(all?.data.length).toBe(venueServer.venueMarket.listings.length)
  for (const { data } of others) expect(data.length).toBeLessThan(all?.data.length ?? 0)
})

test('whoever has not pinged for a minute is disconnected', () => {
  const { connect, wait } = openTestVenue(mexcPerpetual)
  const [lively, silent] = [connect(streamUrl), connect(streamUrl)]
  wait(40_000)
  lively.send({ method: 'ping' })
  wait(21_000)
  expect([lively.closed, silent.closed]).toEqual([[], [1000]])
  expect(lively.messages).toMatchObject([{ channel: 'pong' }])
})
