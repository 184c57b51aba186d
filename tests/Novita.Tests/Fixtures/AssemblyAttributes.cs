// Sessions, environment variables and the engine's language settings belong to the process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
