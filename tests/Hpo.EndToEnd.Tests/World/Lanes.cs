// two classes at a time: a browser test mostly waits, for a page or for a study that takes its time, and one alone leaves half of two cores idle
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
