/**
 * Every word that a visitor reads stands in src/texts, so that it can be translated. This rule reports literals
 * that would reach the page from the code: a string child of the node builder `h(…)`, a literal for a spoken or
 * shown attribute, and an assignment to `textContent` and the like.
 */
const SHOWN_KEYS = new Set(["aria-label", "title", "alt", "placeholder", "aria-roledescription", "aria-description", "text"]);
const SHOWN_PROPERTIES = new Set(["textContent", "innerText", "title", "placeholder", "ariaLabel"]);

const hasWord = (text) => /\p{L}{2,}/u.test(text);

function literalText(node) {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type === "TemplateLiteral") return node.quasis.map((q) => q.value.cooked).join(" ");
  return "";
}

function keyOf(property) {
  return property.key?.type === "Identifier" ? property.key.name : property.key?.value;
}

export default {
  meta: { type: "problem", schema: [], messages: { literal: "Text for the page belongs in src/texts: “{{text}}”." } },
  create(context) {
    const report = (node, text) => {
      if (hasWord(text)) context.report({ node, messageId: "literal", data: { text } });
    };
    return {
      CallExpression(node) {
        const name = node.callee.name;
        if (name === "h" || name === "svg") node.arguments.slice(2).forEach((child) => report(child, literalText(child)));
        if (name === "h" || name === "svg") {
          const attributes = node.arguments[1];
          if (attributes?.type !== "ObjectExpression") return;
          for (const property of attributes.properties) {
            if (property.type === "Property" && SHOWN_KEYS.has(keyOf(property))) report(property.value, literalText(property.value));
          }
        }
      },
      AssignmentExpression(node) {
        const target = node.left;
        if (target.type === "MemberExpression" && SHOWN_PROPERTIES.has(target.property.name)) report(node.right, literalText(node.right));
      },
    };
  },
};
