const textEncoder = new TextEncoder()

/** Writes numbers and texts compactly; `ByteReader` reads them in the same order. */
export class ByteWriter {
  #bytes = new Uint8Array(1024)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** An integer from 0 to 2^53, seven bits a byte (LEB128, https://en.wikipedia.org/wiki/LEB128). */
  uint(value: number): void {
    this.#grow(8)
    let left = value
    while (left >= 128) {
      this.#bytes[this.#length++] = (left % 128) + 128
      left = Math.floor(left / 128)
    }
    this.#bytes[this.#length++] = left
  }

  /** A signed integer, short where it is small (zigzag). A fraction is rounded: some venues' times have one. */
  int(value: number): void {
    const whole = Math.round(value)
    this.uint(whole < 0 ? -2 * whole - 1 : 2 * whole)
  }

  float(value: number): void {
    this.#grow(8)
    new DataView(this.#bytes.buffer).setFloat64(this.#length, value)
    this.#length += 8
  }

  text(value: string): void {
    const bytes = textEncoder.encode(value)
    this.uint(bytes.length)
    this.#grow(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** Everything written so far. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length)
  }

  #grow(by: number): void {
    if (this.#length + by <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + by))
    grown.set(this.#bytes)
    this.#bytes = grown
  }
}
