/**
 * Every word that a visitor reads stands in src/texts, so that it can be translated. This rule reports words in the
 * markup, in attributes that are shown or spoken, and in assignments to `textContent` and the like.
 */
const SHOWN = new Set(["aria-label", "aria-description", "aria-roledescription", "title", "alt", "placeholder", "label"]);
const SHOWN_PROPERTIES = new Set(["textContent", "innerText", "title", "placeholder", "ariaLabel"]);

const hasWord = (text) => /\p{L}{2,}/u.test(text);

/** The words that an expression holds literally, through conditions and templates. */
function literals(node) {
  switch (node?.type) {
    case "Literal":
      return typeof node.value === "string" ? [node.value] : [];
    case "JSXText":
      return [node.value];
    case "TemplateLiteral":
      return node.quasis.map((quasi) => quasi.value.cooked);
    case "ConditionalExpression":
      return [...literals(node.consequent), ...literals(node.alternate)];
    case "LogicalExpression":
      return [...literals(node.left), ...literals(node.right)];
    case "JSXExpressionContainer":
      return literals(node.expression);
    default:
      return [];
  }
}

export default {
  meta: { type: "problem", schema: [], messages: { literal: "Text for the page belongs in src/texts: “{{text}}”." } },
  create(context) {
    const check = (node) => {
      const text = literals(node).find(hasWord);
      if (text !== undefined) context.report({ node, messageId: "literal", data: { text: text.trim() } });
    };
    return {
      JSXElement: (node) => node.children.forEach(check),
      JSXFragment: (node) => node.children.forEach(check),
      JSXAttribute: (node) => SHOWN.has(node.name.name) && check(node.value),
      AssignmentExpression: (node) => node.left.type === "MemberExpression" && SHOWN_PROPERTIES.has(node.left.property.name) && check(node.right),
    };
  },
};
