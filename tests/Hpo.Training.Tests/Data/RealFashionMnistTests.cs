namespace Hpo.Training.Tests.Data;

public class RealFashionMnistTests
{
    [Fact]
    public async Task The_real_data_set_has_sixty_thousand_and_ten_thousand_images_in_equal_classes()
    {
        var data = await RealFashionMnist.LoadAsync();
        Assert.Equal(60_000, data.Training.Count);
        Assert.Equal(10_000, data.Validation.Count);
        Assert.All(data.Validation.Labels.ToArray().CountBy(label => label), count => Assert.Equal(1000, count.Value));
    }
}
