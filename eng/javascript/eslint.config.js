import js from '@eslint/js';
import globals from 'globals';

const pages = ['src/Hpo.Dashboard/wwwroot/js/**/*.js', 'src/Hpo.Dashboard/Components/**/*.razor.js'];

export default [
  // charts and comparisons are not checked yet (CONTRIBUTING.md)
  { ignores: ['**/node_modules/**', '**/bin/**', '**/obj/**', 'src/Hpo.Dashboard/wwwroot/lib/**', 'src/Hpo.Dashboard/wwwroot/js/{charts,comparisons}/**'] },
  {
    files: [...pages, 'bench/**/*.mjs', 'tests/**/*.mjs'],
    ...js.configs.recommended,
    rules: {
      ...js.configs.recommended.rules,
      // what is left out of a copy is named to leave it out
      'no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'eqeqeq': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  { files: pages, languageOptions: { globals: { ...globals.browser, Blazor: 'readonly', mudPopover: 'readonly' } } },
  { files: ['bench/**/*.mjs', 'tests/**/*.mjs'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
];
