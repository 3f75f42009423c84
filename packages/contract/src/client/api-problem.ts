// What a call throws when the server answers with a problem. A file of its own: who reads problems without the client does not load the contract.
import type { ProblemDocument } from '../problems/index.ts';

/** A reply that is a problem document. */
export class ApiProblem extends Error {
  readonly problem: ProblemDocument;
  constructor(problem: ProblemDocument) {
    super(problem.code);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}
