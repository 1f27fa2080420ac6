import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importWalls } from './scripts/importWalls.mjs';

const READ_SETTINGS_IN_CONFIG =
  'Only src/config.ts reads the environment: add a setting there and take its value as a parameter.';

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', 'coverage/', 'data/', 'test/graphql/generated/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { confrere: { rules: { walls: importWalls } } },
    rules: {
      'confrere/walls': 'error',
      // `== null` asks for null or undefined at once, which is how GraphQL leaves things out.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A port method that happens to need no await in one adapter still answers with a promise.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
  {
    files: ['src/**'],
    rules: {
      'max-lines': ['error', 300],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name="process"][property.name="env"]',
          message: READ_SETTINGS_IN_CONFIG,
        },
        {
          selector: 'MemberExpression[object.name="process"][property.value="env"]',
          message: READ_SETTINGS_IN_CONFIG,
        },
        {
          selector: 'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"]',
          message: READ_SETTINGS_IN_CONFIG,
        },
        {
          selector:
            'ImportDeclaration[source.value=/^(node:)?process$/] > ImportSpecifier[imported.name="env"]',
          message: READ_SETTINGS_IN_CONFIG,
        },
      ],
    },
  },
  { files: ['src/config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['src/**'], ignores: ['src/cli/**'], rules: { 'no-console': 'error' } },
  {
    // Plain JavaScript is run as it stands, by Node or ESLint, and carries no types to check.
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
