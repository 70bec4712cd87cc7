module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // A command line tool speaks through the console.
    'no-console': 'off',
  },
});
