/** "Limited resources": units and rules on one side of the map, where units should stand on the other. */
export { AllocationChoices as Choices } from "./allocation-choices.js";
export { AllocationResult as Result } from "./allocation-result.js";
