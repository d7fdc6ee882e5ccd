using Hpo.Training.Torch;

// A process in which nothing has been loaded yet: it loads libtorch, computes something, and says how it went.
try
{
    TorchLibrary.Load();
    using var ones = TorchSharp.torch.ones(1000, 1000);
    using var sum = ones.sum();
    Console.WriteLine($"sum {(int)sum.item<float>()}");
}
catch (TorchUnavailableException exception)
{
    Console.WriteLine(exception.Message);
}
