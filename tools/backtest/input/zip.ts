import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { UsageError } from '../../command-line.ts'

/**
 * The one CSV file in a zip archive as a stream, as published on https://data.binance.vision.
 *
 * @throws UsageError where the archive holds no CSV file or more than one
 */
export async function openZip(file: string): Promise<Readable> {
  const archive = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    )
  })
  try {
    const entries = (await list(archive)).filter((entry) => entry.fileName.endsWith('.csv'))
    const [entry] = entries
    if (!entry || entries.length > 1)
      throw new UsageError(`${file}: holds ${entries.length} CSV files, expected one`)
    const stream = await new Promise<Readable>((resolve, reject) => {
      archive.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)))
    })
    stream.on('close', () => archive.close())
    return stream
  } catch (error) {
    archive.close()
    throw error
  }
}

function list(archive: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = []
    archive.on('error', reject)
    archive.on('end', () => resolve(entries))
    archive.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry)
      archive.readEntry()
    })
    archive.readEntry()
  })
}
