// A coin of small price is quoted by the thousand: 1000PEPE, 1MBABYDOGE, kSHIB. Contracts of one coin at several
// venues only compare by the coin itself.

/** A coin, and how many of it the price is for. */
export interface MultipliedName {
  readonly base: string
  readonly multiplier: number
}

const single = (base: string): MultipliedName => ({ base, multiplier: 1 })

// At least three zeros, and a letter after them: 1INCH, 0G, 2Z, 4 and 100X are names. After `1M` three letters:
// a shorter name that begins so is more likely a name.
const leading = /^(?:(10{3,8})(?=\p{L})|(1M)(?=\p{L}{3}))(.+)$/u

/** `1000PEPE`, `1000000MOG`, `1MBABYDOGE`: how most venues write it. */
export function leadingMultiplier(name: string): MultipliedName {
  const [, digits, million, base] = leading.exec(name) ?? []
  if (base === undefined) return single(name)
  return { base, multiplier: million === undefined ? Number(digits) : 1_000_000 }
}

const trailing = /^(\p{L}{2,})(10{3,8})$/u

/** The same, and `SHIB1000`: Bybit writes it both ways. */
export function anyMultiplier(name: string): MultipliedName {
  const [, base, digits] = trailing.exec(name) ?? []
  return base === undefined ? leadingMultiplier(name) : { base, multiplier: Number(digits) }
}

const kilo = /^k(?=[A-Z])(.+)$/

/** `kPEPE`: Hyperliquid's way. A name in capitals that begins with K is a name. */
export function kiloMultiplier(name: string): MultipliedName {
  const [, base] = kilo.exec(name) ?? []
  return base === undefined ? single(name) : { base, multiplier: 1000 }
}
