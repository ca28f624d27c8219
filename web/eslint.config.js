import tseslint from "typescript-eslint";
import noLiteralText from "./tools/no-literal-text.js";

const SERVED = String.raw`/^\x2F(api|docs|ogc|tiles|styles|health|\?)/`;
const BELOW = "The server may lie below a path: take at() of src/api/root.ts.";

export default tseslint.config(
  { ignores: ["dist/", "target/", "node_modules/"] },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "max-lines": ["error", 400],
      "no-restricted-globals": ["error", "event"],
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Build nodes; never parse text from outside as HTML." },
        { property: "outerHTML", message: "Build nodes; never parse text from outside as HTML." },
        { property: "insertAdjacentHTML", message: "Build nodes; never parse text from outside as HTML." },
      ],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    files: ["src/**/*.ts", "src/**/*.tsx"],
    plugins: { texts: { rules: { "no-literal-text": noLiteralText } } },
    rules: {
      "texts/no-literal-text": "error",
      "no-console": ["error", { allow: ["error"] }],
      "no-restricted-syntax": [
        "error",
        { selector: `:not(CallExpression[callee.name='at']) > Literal[value=${SERVED}]`, message: BELOW },
        { selector: `:not(CallExpression[callee.name='at']) > TemplateLiteral > TemplateElement:first-child[value.raw=${SERVED}]`, message: BELOW },
      ],
    },
  },
  {
    files: ["test/**/*.ts", "test/**/*.tsx"],
    rules: {
      // node:test returns promises that the runner itself awaits.
      "@typescript-eslint/no-floating-promises": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
);
