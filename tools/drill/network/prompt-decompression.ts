import { gunzipSync } from 'node:zlib'

/** In place of DecompressionStream: unpacks at once. The process's own does so in its own time, which no clock drives. */
export class PromptDecompression extends TransformStream<Uint8Array, Uint8Array> {
  constructor() {
    const parts: Uint8Array[] = []
    super({
      transform: (part) => void parts.push(part),
      flush: (out) => out.enqueue(gunzipSync(Buffer.concat(parts))),
    })
  }
}
