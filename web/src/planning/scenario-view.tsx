/** The view "what if": what is assumed on one side of the map, what a model expects of it on the other. */
export { ScenarioChoices as Choices } from "./scenario-choices.js";
export { ScenarioResult as Result } from "./scenario-result.js";
