/** "Priorities": criteria and weights on one side of the map, the order with its ranges on the other. */
export { PriorityChoices as Choices } from "./priority-choices.js";
export { PriorityResult as Result } from "./priority-result.js";
