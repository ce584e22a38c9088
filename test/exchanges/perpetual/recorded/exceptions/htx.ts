import type { Exception } from './exception.ts'

const dated = 'a dated future, which is no perpetual'
const inContracts = 'contracts, which the peer was given no size of; we take the coins beside them'

export const htx: readonly Exception[] = [
  ...['rest-open-interest-cc-01', 'rest-open-interest-cc-02', 'rest-open-interest-jk-01'].flatMap((id) =>
    (id.endsWith('cc-02') ? ['openInterest', 'baseVolume'] : ['openInterest']).map((field) => ({
      recorded: `htx/perp-${id}`,
      peer: 'ccxt',
      field,
      reason: 'the peer passes on what counts both sides of a contract, some of it in coins as contracts',
      source: 'the documentation: open interest is of both sides; amount_type 2 is coins',
    })),
  ),
  {
    recorded: 'htx/perp-ws-open-interest-tardis-01',
    peer: 'tardis-dev',
    field: 'openInterest',
    reason: 'the peer passes on contracts, of both sides',
    source: 'the documentation, and `amount` in the payload: 3063.121 coins',
  },
  ...['cc-03', 'cc-08', 'jk-01', 'jk-02'].map((id) => ({
    recorded: `htx/perp-rest-open-interest-${id}`,
    field: 'row',
    reason: dated,
    source: 'the contract codes end with a date',
  })),
  {
    recorded: 'htx/perp-rest-symbols-jk-02',
    field: 'active',
    reason: 'the peer looks for the state beside the terms, we in the list of contracts below them',
    source: 'the payload: contract_infos, contract_status 1',
  },
  {
    recorded: 'htx/perp-ws-ticker-cmp-01',
    peer: 'ccxt',
    field: 'quoteVolume',
    reason: 'the peer takes the number of contracts for the turnover',
    source: 'the payload: trade_turnover',
  },
  ...['cf-01', 'cf-02', 'cf-03', 'cmp-02'].map((id) => ({
    recorded: `htx/perp-ws-trades-${id}`,
    field: 'amount',
    reason: inContracts,
    source: 'the payload: quantity; of cmp-02 crypto-msg-parser asserts it too',
  })),
]
