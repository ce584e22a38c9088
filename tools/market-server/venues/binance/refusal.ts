/** An error response in Binance's format: HTTP status, code, message. */
export class Refusal extends Error {
  readonly status: number
  readonly code: number

  constructor(code: number, message: string, status = 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

// https://github.com/binance/binance-spot-api-docs/blob/master/errors.md
export const invalidSymbol = (): Refusal => new Refusal(-1121, 'Invalid symbol.')
export const invalidInterval = (): Refusal => new Refusal(-1120, 'Invalid interval.')
export const missing = (name: string): Refusal =>
  new Refusal(-1102, `Mandatory parameter '${name}' was not sent, was empty/null, or malformed.`)
export const illegal = (name: string, range: string): Refusal =>
  new Refusal(-1100, `Illegal characters found in parameter '${name}'; legal range is '${range}'.`)
export const badCombination = (): Refusal => new Refusal(-1128, 'Combination of optional parameters invalid.')
