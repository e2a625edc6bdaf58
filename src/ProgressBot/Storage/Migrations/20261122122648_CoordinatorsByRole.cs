using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProgressBot.Storage.Migrations
{
    /// <inheritdoc />
    public partial class CoordinatorsByRole : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_People_Roles",
                table: "People",
                column: "Roles",
                filter: "(\"Roles\" & 2) <> 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_People_Roles",
                table: "People");
        }
    }
}
