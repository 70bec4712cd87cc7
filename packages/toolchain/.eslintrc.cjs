module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // A command line tool speaks through the console.
    'no-console': 'off',
  },
  overrides: [
    {
      // They are compiled where a portal's packages are, not where ours are.
      files: ['uses/**'],
      rules: { '@backstage/no-undeclared-imports': 'off' },
    },
  ],
});
