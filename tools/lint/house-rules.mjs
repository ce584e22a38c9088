// A rule of this house that the linter does not bring: no barrels, a value is imported from its own file.

const noExportAll = {
  /** @param {{ report(problem: object): void }} context */
  create: (context) => ({
    /** @param {object} node */
    ExportAllDeclaration: (node) =>
      context.report({ node, message: 'No barrels: import from the file itself.' }),
  }),
}

export default { meta: { name: 'house-rules' }, rules: { 'no-export-all': noExportAll } }
