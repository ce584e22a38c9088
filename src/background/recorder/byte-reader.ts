const textDecoder = new TextDecoder()

/** Reads what `ByteWriter` wrote. Throws a RangeError where the data are truncated. */
export class ByteReader {
  readonly #view: DataView
  readonly #bytes: Uint8Array
  #offset = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get isAtEnd(): boolean {
    return this.#offset >= this.#bytes.length
  }

  uint(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#view.getUint8(this.#offset++)
      value += (byte % 128) * scale
      if (byte < 128) return value
    }
  }

  int(): number {
    const value = this.uint()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  float(): number {
    const value = this.#view.getFloat64(this.#offset)
    this.#offset += 8
    return value
  }

  text(): string {
    const length = this.uint()
    if (this.#offset + length > this.#bytes.length) throw new RangeError('text exceeds the data')
    return textDecoder.decode(this.#bytes.subarray(this.#offset, (this.#offset += length)))
  }
}
