import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The ticker stream that both extensions listen to. */
const stream = 'wss://data-stream.binance.vision/stream?streams=!ticker_1h@arr'

/** It listens from its first line on, parses each frame, and tells its open pages of it. */
const worker = `const ports = new Set()
chrome.runtime.onConnect.addListener((port) => {
  ports.add(port)
  port.onDisconnect.addListener(() => ports.delete(port))
})
chrome.alarms.create({ periodInMinutes: 0.5 })
chrome.alarms.onAlarm.addListener(() => undefined)
const socket = new WebSocket('${stream}')
socket.onmessage = ({ data }) => {
  const { length } = JSON.parse(data).data
  for (const port of ports) port.postMessage(length)
}
setInterval(() => chrome.runtime.getPlatformInfo(), 20_000)
`

/** Writes the least extension that listens to Binance's tickers: what no other can cost less than. The folder. */
export function writeBareExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keiho-bare-'))
  const manifest = {
    manifest_version: 3,
    name: 'Bare',
    version: '1',
    permissions: ['alarms'],
    background: { service_worker: 'worker.js' },
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'worker.js'), worker)
  return folder
}
