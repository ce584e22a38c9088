const textDecoder = new TextDecoder()

/** Reads what `ByteWriter` wrote. Throws a RangeError where the bytes end too early. */
export class ByteReader {
  readonly #view: DataView
  readonly #bytes: Uint8Array
  #place = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get isAtEnd(): boolean {
    return this.#place >= this.#bytes.length
  }

  uint(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#view.getUint8(this.#place++)
      value += (byte % 128) * scale
      if (byte < 128) return value
    }
  }

  int(): number {
    const value = this.uint()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  float(): number {
    const value = this.#view.getFloat64(this.#place)
    this.#place += 8
    return value
  }

  text(): string {
    const length = this.uint()
    if (this.#place + length > this.#bytes.length) throw new RangeError('a text beyond the end')
    return textDecoder.decode(this.#bytes.subarray(this.#place, (this.#place += length)))
  }
}
