export { attachCluster } from './attach-cluster.ts';
export { ClusterError, type ClusterErrorCode, explainFailure } from './cluster-error.ts';
export { stopPostmaster } from './postmaster.ts';
export { type Cluster, type ClusterOptions, startCluster } from './start-cluster.ts';
